/** The admin of the demo: one more language, and no news from Strapi above the pages that it is there to show. */
export default {
  config: { locales: ['de'], tutorials: false, notifications: { releases: false } },
  bootstrap() {
    window.localStorage.setItem('STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false', 'true');
  },
};
