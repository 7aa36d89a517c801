// Everything that core-js brings, as pages have it that were built for old browsers.
import 'core-js/full';
