<?php
// In place of a wp-config.php: the settings come from scripts/wordpress.mjs, as variables of the environment.
//
// One installation is served twice: at the root of 127.0.0.1, and under a folder of localhost. A reader that guesses
// where the REST API lives has to find it in both, and at the root of localhost there is nothing.

$khabar_port = getenv('KHABAR_WORDPRESS_PORT');
$khabar_in_folder = str_starts_with($_SERVER['HTTP_HOST'] ?? '', 'localhost');

define('KHABAR_FOLDER', $khabar_in_folder ? '/blog' : '');
define('WP_HOME', ($khabar_in_folder ? 'http://localhost' : 'http://127.0.0.1') . ":$khabar_port" . KHABAR_FOLDER);
define('WP_SITEURL', WP_HOME);

define('DB_NAME', 'wordpress');
define('DB_USER', 'wordpress');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('KHABAR_WORDPRESS_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
$table_prefix = 'wp_';

define('ABSPATH', rtrim(getenv('KHABAR_WORDPRESS_CODE'), '/') . '/');
define('WP_CONTENT_DIR', getenv('KHABAR_WORDPRESS_CONTENT'));
// Told, because while it is being installed WordPress does not know its own address yet.
define('WP_CONTENT_URL', WP_SITEURL . '/wp-content');
define('WP_LANG_DIR', ABSPATH . 'wp-content/languages');

// Nothing that happens by itself: a test must not depend on the internet, nor on what a timer did meanwhile.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISALLOW_FILE_MODS', true);
define('WP_POST_REVISIONS', false);

// Passwords for programs, by which a test writes a post as its author, work without https on a developer's machine alone.
define('WP_ENVIRONMENT_TYPE', 'local');
