/** Conditions as an app would add them to its roles; Strapi also matches them in memory, where `$contains` is unknown. */
const CONDITIONS = [
  {
    displayName: 'written lately',
    name: 'written-lately',
    handler: () => ({ $or: [{ writtenOn: { $gt: '2013-01-01' } }, { slug: { $in: ['expired', 'zwei'] } }] }),
  },
  {
    displayName: 'one of some titles',
    name: 'some-titles',
    handler: () => ({ title: { $in: ['Two locales', 'Draft', 'Neues Deutsch', 'Drei Sprachen', 'Modified since'] } }),
  },
];

module.exports = {
  register() {},
  bootstrap({ strapi }) {
    return strapi.service('admin::permission').conditionProvider.registerMany(CONDITIONS);
  },
};
