/** Strapi loads `.js` only: this leads it to the sources, which Jest and tsx compile on the way. */
module.exports = require('../../../../../strapi-server');
