export default { 'content-strategy': { enabled: true } };
