export { builtPages, type PagesHandler } from './built-pages.js';
export { API_HEADERS, PAGE_HEADERS } from './page-headers.js';
