export { builtPages, type PagesHandler, type PagesPlace } from './built-pages.js';
export { API_HEADERS, PAGE_HEADERS } from './page-headers.js';
