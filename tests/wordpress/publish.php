<?php
// Installs WordPress and publishes some posts through its own functions, as its administration would. Prints what was
// published as JSON. Every word here is our own.

error_reporting(E_ALL & ~E_DEPRECATED);
ini_set('display_errors', 'stderr');

// PHP goes on after a warning, and the posts would lack something. What WordPress warns of is its own affair.
set_error_handler(function (int $level, string $message, string $file, int $line): bool {
    if ($file !== __FILE__) {
        return false;
    }
    throw new ErrorException($message, 0, $level, $file, $line);
});

$_SERVER['HTTP_HOST'] = '127.0.0.1:' . getenv('KHABAR_WORDPRESS_PORT');
$_SERVER['REQUEST_URI'] = '/';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REMOTE_ADDR'] = '127.0.0.1';
$_SERVER['SERVER_NAME'] = '127.0.0.1';

define('WP_INSTALLING', true);
// Its page about a critical error does not tell which.
define('WP_DISABLE_FATAL_ERROR_HANDLER', true);
require __DIR__ . '/config.php';
createDatabase();
require ABSPATH . 'wp-settings.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/image.php';

/** In place of "Hello world!" and its page. */
function wp_install_defaults($user): void {}

/** In place of a letter to the administrator. */
function wp_new_blog_notification($title, $address, $user, $password): void {}

// It would ask itself whether pretty permalinks work.
add_filter('pre_http_request', fn() => new WP_Error('offline', 'No requests here.'));

['user_id' => $author] = wp_install('المنارة', 'salim', 'salim@almanara.example', true, '', 'a password', 'ar');
wp_set_current_user($author);
wp_update_user([
    'ID' => $author,
    'display_name' => 'سالم بن ناصر الحبسي',
    'nickname' => 'سالم بن ناصر الحبسي',
    'user_nicename' => 'salim',
]);

switch_to_locale('ar');
update_option('blogname', 'جريدة المنارة & أخبار الساحل');
update_option('blogdescription', 'صحيفة من محض الخيال');
update_option('WPLANG', 'ar');
update_option('timezone_string', 'Asia/Muscat');
update_option('blog_public', '1');
switch_theme('khabar-test');

global $wp_rewrite;
$wp_rewrite->set_permalink_structure('/%year%/%monthnum%/%day%/%postname%/');
$wp_rewrite->flush_rules(false);

// The first category takes the number of the default one.
$environment = category('بيئة', 'environment');
$coast = category('أخبار الساحل & البحر', 'coast');

$cape = picture('رأس-المنارة.jpg', 1920, 1280, [24, 86, 120], [
    'alt' => 'منارة بيضاء على رأس صخري عند الغروب',
    'caption' => 'منارة <em>رأس الريح</em> كما بدت مساء الثلاثاء',
]);
$harbour = picture('harbour.jpg', 1200, 800, [120, 92, 40], [
    'alt' => 'قوارب في المرفأ',
    'caption' => 'المرفأ القديم',
]);
$icon = picture('icon.png', 512, 512, [200, 120, 30], ['alt' => '', 'caption' => '']);
update_option('site_icon', $icon);

$posts = [];

$posts['rich'] = publish([
    'post_title' => 'الرياح & الأمواج: مدّ هذا الشتاء "أعلى" من المعتاد، والخسائر < 5٪',
    'post_name' => 'مد-الشتاء',
    'post_excerpt' => 'رصدت محطة رأس الريح أعلى مدّ منذ 1998 & لم تُسجّل سوى أضرار طفيفة.',
    'post_date' => '2025-11-12 14:08:00',
    'post_modified' => '2025-11-12 17:40:00',
    'post_content' => richBody($cape, $harbour),
    'post_category' => [$environment, $coast],
    'tags_input' => ['المد', 'رأس الريح', 'بحث & رصد'],
    'picture' => $cape,
]);

$posts['protected'] = publish([
    'post_title' => 'تقرير المشتركين',
    'post_name' => 'subscribers-only',
    'post_date' => '2025-11-11 09:00:00',
    'post_content' => paragraphs('هذا التقرير للمشتركين وحدهم.'),
    'post_password' => 'بحر',
    'post_category' => [$coast],
    'picture' => $harbour,
]);

// Short, and without an excerpt of its own: WordPress makes one, and strips the link's tags but not its words.
$posts['trap'] = publish([
    'post_title' => 'عودة العبّارة إلى العمل',
    'post_name' => 'ferry-is-back',
    'post_date' => '2025-11-10 18:30:00',
    'post_content' =>
        paragraphs('عادت العبّارة إلى العمل صباح اليوم.') .
        "\n\n<a href=\"/secret\" style=\"display:none\">Secret Link</a>",
    'post_category' => [$coast],
    'picture' => $harbour,
]);

$posts['draft'] = publish([
    'post_title' => 'مسودة لم تكتمل',
    'post_name' => 'draft',
    'post_date' => '2025-11-09 10:00:00',
    'post_content' => paragraphs('ما زلنا نكتب.'),
    'post_status' => 'draft',
    'post_category' => [$coast],
]);

// Somebody who may write and publish, and whose HTML WordPress cleans: the script goes, the quotation stays.
$blogger = sound(
    wp_insert_user([
        'user_login' => 'maha',
        'user_pass' => 'a password',
        'user_email' => 'maha@almanara.example',
        'display_name' => 'مها السيابية',
        'role' => 'author',
    ]),
);
[$password] = sound(WP_Application_Passwords::create_new_application_password($blogger, ['name' => 'tests']));
wp_set_current_user($blogger);
$posts['snippet'] = publish([
    'post_title' => 'ما قرأته هذا الأسبوع',
    'post_name' => 'read-this-week',
    'post_date' => '2025-10-01 08:00:00',
    'post_category' => [category('مدونات', 'blogs')],
    'post_content' => <<<'HTML'
        قرأت هذا الخبر:

        <blockquote class="khabar-card" lang="ar" dir="rtl" data-src="https://news.example/feed.json?a=1&amp;b=2#42" data-view="teaser" data-reserve="320:500 480:300" style="margin:0;min-height:300px">
          <p>العنوان كما كان</p>
          <a href="https://news.example/42">اقرأ الخبر</a>
        </blockquote>
        <script async src="https://cdn.example/khabar@1/embed.js"></script>

        ثم كتبت عنه.
        HTML
    ,
]);
wp_set_current_user($author);

// The first was published after midnight in Muscat, when it was still the day before in UTC.
$others = [
    ['صيادو الرأس يعودون بصيد وفير', 'fishermen', '2025-11-08 00:20:00', $harbour],
    ['ترميم برج المراقبة & فتحه للزوار', 'watchtower', '2025-11-07 12:00:00', $cape],
    ['سباق القوارب الشراعية يبدأ الجمعة', 'sailing-race', '2025-11-06 08:15:00', null],
    ['مختبر جديد لقياس ملوحة المياه', 'salinity', '2025-11-05 16:45:00', $harbour],
    ['مدرسة الساحل تزرع ألف شجرة قرم', 'mangroves', '2025-11-04 07:30:00', null],
];
foreach ($others as [$title, $name, $date, $picture]) {
    $posts[$name] = publish([
        'post_title' => $title,
        'post_name' => $name,
        'post_date' => $date,
        'post_content' => paragraphs('خبر قصير من جريدة من محض الخيال.', 'وفيه فقرة ثانية.'),
        'post_excerpt' => 'خبر قصير.',
        'post_category' => [$coast],
        'picture' => $picture,
    ]);
}

echo json_encode(
    [
        'version' => $GLOBALS['wp_version'],
        'language' => get_locale(),
        'author' => ['name' => 'maha', 'password' => $password],
        'posts' => array_map(
            fn(int $id) => [
                'id' => $id,
                'slug' => rawurldecode(get_post($id)->post_name),
                'link' => get_permalink($id),
            ],
            $posts,
        ),
    ],
    JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_THROW_ON_ERROR,
);

function createDatabase(): void
{
    $connection = mysqli_init();
    $connection->real_connect(null, DB_USER, DB_PASSWORD, null, null, getenv('KHABAR_WORDPRESS_SOCKET'));
    $connection->query('CREATE DATABASE ' . DB_NAME . ' CHARACTER SET utf8mb4');
    $connection->close();
}

function category(string $name, string $slug): int
{
    return (int) sound(wp_insert_term($name, 'category', ['slug' => $slug]))['term_id'];
}

function publish(array $post): int
{
    $modified = $post['post_modified'] ?? $post['post_date'];
    // WordPress takes no other time for an update than the present one.
    $date = fn(array $data) => array_merge($data, [
        'post_modified' => $modified,
        'post_modified_gmt' => get_gmt_from_date($modified),
    ]);
    add_filter('wp_insert_post_data', $date);
    $id = sound(
        wp_insert_post(
            wp_slash(
                array_diff_key(
                    $post + ['post_status' => 'publish', 'post_author' => get_current_user_id()],
                    ['picture' => 0],
                ),
            ),
            true,
        ),
    );
    remove_filter('wp_insert_post_data', $date);
    if (isset($post['picture'])) {
        set_post_thumbnail($id, $post['picture']);
    }
    return $id;
}

/** A drawn photograph, uploaded; WordPress makes its smaller sizes. */
function picture(string $name, int $width, int $height, array $colour, array $words): int
{
    ob_start();
    draw($width, $height, $colour, str_ends_with($name, '.png') ? 'imagepng' : 'imagejpeg');
    $upload = wp_upload_bits($name, null, ob_get_clean(), '2025/11');
    if ($upload['error']) {
        throw new RuntimeException($upload['error']);
    }
    $id = sound(
        wp_insert_attachment(
            [
                'post_title' => pathinfo($name, PATHINFO_FILENAME),
                'post_excerpt' => $words['caption'],
                'post_mime_type' => $upload['type'],
                'post_date' => '2025-11-01 08:00:00',
            ],
            $upload['file'],
            0,
            true,
        ),
    );
    update_post_meta($id, '_wp_attachment_image_alt', $words['alt']);
    wp_update_attachment_metadata($id, wp_generate_attachment_metadata($id, $upload['file']));
    return $id;
}

/** A sky, a sun and a sea. */
function draw(int $width, int $height, array $colour, callable $encode): void
{
    $image = imagecreatetruecolor($width, $height);
    [$red, $green, $blue] = $colour;
    for ($y = 0; $y < $height; $y++) {
        $light = abs($y / $height - 0.6);
        $shade = fn(int $value) => (int) min(255, $value + 200 * (0.6 - $light));
        imageline($image, 0, $y, $width, $y, imagecolorallocate($image, $shade($red), $shade($green), $shade($blue)));
    }
    $size = (int) ($height / 4);
    imagefilledellipse($image, (int) ($width * 0.7), (int) ($height * 0.5), $size, $size, 0xfff0c0);
    $encode($image);
}

/** What came of something, unless it went wrong. */
function sound(mixed $result): mixed
{
    if (is_wp_error($result)) {
        throw new RuntimeException($result->get_error_message());
    }
    return $result;
}

function paragraphs(string ...$texts): string
{
    return implode("\n\n", array_map(fn($text) => "<!-- wp:paragraph -->\n<p>$text</p>\n<!-- /wp:paragraph -->", $texts));
}

/** As the block editor stores it, with what an author may put in who is trusted with unfiltered HTML. */
function richBody(int $cape, int $harbour): string
{
    $large = wp_get_attachment_image_url($harbour, 'large');
    $small = wp_get_attachment_image_url($cape, 'medium_large');
    return <<<BLOCKS
        <!-- wp:paragraph -->
        <p>سجّلت محطة <strong>رأس الريح</strong> فجر الأربعاء أعلى مدّ منذ سبعة وعشرين عامًا، بحسب <a href="/about/station/" onclick="document.title='clicked'">بيان المحطة</a>.</p>
        <!-- /wp:paragraph -->

        <!-- wp:heading -->
        <h2>ليلة على الرصيف</h2>
        <!-- /wp:heading -->

        <!-- wp:paragraph {"align":"center"} -->
        <p class="has-text-align-center" onmouseover="document.title='hovered'">بقي الحرّاس على الرصيف حتى الصباح، و"لم ينم أحد" كما يقول أحدهم.</p>
        <!-- /wp:paragraph -->

        <!-- wp:list -->
        <ul><!-- wp:list-item -->
        <li>ارتفاع المدّ: 3.4 متر</li>
        <!-- /wp:list-item -->

        <!-- wp:list-item -->
        <li>سرعة الرياح: 62 كم/س</li>
        <!-- /wp:list-item --></ul>
        <!-- /wp:list -->

        <!-- wp:quote -->
        <blockquote class="wp-block-quote"><!-- wp:paragraph -->
        <p>رأينا الموج يعلو السور ثم يعود.</p>
        <!-- /wp:paragraph --><cite>حارس المنارة</cite></blockquote>
        <!-- /wp:quote -->

        <!-- wp:image {"id":$harbour,"sizeSlug":"large","linkDestination":"none"} -->
        <figure class="wp-block-image size-large"><img src="$large" alt="قوارب مربوطة" class="wp-image-$harbour"/><figcaption class="wp-element-caption">المرفأ القديم صباح الأربعاء</figcaption></figure>
        <!-- /wp:image -->

        <!-- wp:gallery {"linkTo":"none"} -->
        <figure class="wp-block-gallery has-nested-images columns-default is-cropped"><!-- wp:image {"id":$cape,"sizeSlug":"large","linkDestination":"none"} -->
        <figure class="wp-block-image size-large"><img src="$small" alt="" class="wp-image-$cape"/></figure>
        <!-- /wp:image --><figcaption class="blocks-gallery-caption wp-element-caption">صور من الأرشيف</figcaption></figure>
        <!-- /wp:gallery -->

        <!-- wp:table -->
        <figure class="wp-block-table"><table><thead><tr><th>العام</th><th>المدّ</th></tr></thead><tbody><tr><td>1998</td><td>3.5 م</td></tr><tr><td>2025</td><td>3.4 م</td></tr></tbody></table><figcaption class="wp-element-caption">أعلى ما سُجّل</figcaption></figure>
        <!-- /wp:table -->

        <!-- wp:html -->
        <script>document.documentElement.dataset.stolen = 'by a script';</script>
        <style>h2 { display: none }</style>
        <iframe src="https://maps.example/embed" title="خريطة"></iframe>
        <img src="/missing.png" alt="" onerror="document.documentElement.dataset.stolen = 'by a picture'">
        <!-- /wp:html -->

        <!-- wp:paragraph -->
        <p>وتتوقع المحطة أن يعود البحر إلى حاله مطلع الأسبوع.</p>
        <!-- /wp:paragraph -->

        <a href="/secret" style="display:none">Secret Link</a>
        BLOCKS;
}
