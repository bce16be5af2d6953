/** An installed plugin is on by itself; the probe turns it off once, to see what comes with it. */
module.exports = ({ env }) => (env('PLUGIN') === 'off' ? { 'content-strategy': { enabled: false } } : {});
