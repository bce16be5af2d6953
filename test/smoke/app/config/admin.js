module.exports = {
  auth: { secret: 'smoke' },
  apiToken: { salt: 'smoke' },
  transfer: { token: { salt: 'smoke' } },
  secrets: { encryptionKey: 'smoke' },
};
