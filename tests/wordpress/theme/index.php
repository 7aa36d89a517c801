<!doctype html>
<html <?php language_attributes(); ?>>
<head>
<meta charset="<?php bloginfo('charset'); ?>">
<title><?php wp_title('|', true, 'right'); ?></title>
<?php wp_head(); ?>
</head>
<body <?php body_class(); ?>>
<?php wp_body_open(); ?>
<main>
<?php
while (have_posts()) {
    the_post();
    the_title('<h1>', '</h1>');
    the_post_thumbnail();
    the_content();
}
?>
</main>
<?php wp_footer(); ?>
</body>
</html>
