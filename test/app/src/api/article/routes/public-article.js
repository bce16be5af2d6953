/** What a host may make public without a plugin for users: anybody reads articles here. */
module.exports = {
  routes: [
    { method: 'GET', path: '/public/articles', handler: 'article.find', config: { auth: false } },
    { method: 'GET', path: '/public/articles/:id', handler: 'article.findOne', config: { auth: false } },
  ],
};
