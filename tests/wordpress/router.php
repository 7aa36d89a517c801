<?php
// For PHP's own web server: files as they are, everything else to WordPress, as a host's rewrite rules do it.

$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?: '/');
$file = realpath($_SERVER['DOCUMENT_ROOT'] . $path);
if ($file !== false && is_file($file) && !str_ends_with($file, '.php')) {
    return false;
}

require __DIR__ . '/config.php';

if (KHABAR_FOLDER !== '' && !str_starts_with("$path/", KHABAR_FOLDER . '/')) {
    http_response_code(404);
    header('Content-Type: text/html; charset=utf-8');
    echo '<!doctype html><title>404</title><p>The site is in a folder.';
    return true;
}

// The server names the script after the address that was asked for; WordPress takes that for its own folder.
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = KHABAR_FOLDER . '/index.php';
unset($_SERVER['PATH_INFO']);

define('WP_USE_THEMES', true);
require ABSPATH . 'wp-settings.php';
wp();
require ABSPATH . WPINC . '/template-loader.php';
