#!/usr/bin/env node
/* The command line: parse, load the Strapi app in this folder, ask the plugin's service, print. */
'use strict';

const USAGE = `Usage, in the folder of your Strapi app and with the app stopped:
  content-strategy audit            runs an audit and prints what it found
  content-strategy purge --yes      removes every persona, stage, tag, setting and audit for good`;

const COMMANDS = {
  audit: async (plugin) => {
    const audit = await plugin.service('audit').run('manual');
    if (audit.status !== 'finished') throw new Error(audit.error ?? `The audit is ${audit.status}.`);
    return `Audit ${audit.id} finished: ${audit.progress.done} versions read.`;
  },
  purge: async (plugin, flags) => {
    if (!flags.includes('--yes')) throw new Error('This cannot be undone. Say so with --yes.');
    const { tables } = await plugin.service('purge').run();
    return `Removed all data of Content Strategy (${tables.join(', ')}). Now take the plugin out of your app.`;
  },
};

const main = async ([name, ...flags]) => {
  const command = COMMANDS[name];
  if (command === undefined) throw new Error(USAGE);
  // The app's own Strapi, not one beside this file.
  const { compileStrapi, createStrapi } = require(require.resolve('@strapi/strapi', { paths: [process.cwd()] }));
  const strapi = await createStrapi(await compileStrapi()).load();
  try {
    return await command(strapi.plugin('content-strategy'), flags);
  } finally {
    await strapi.destroy();
  }
};

main(process.argv.slice(2)).then(
  (line) => {
    process.stdout.write(`${line}\n`);
    process.exit(0);
  },
  (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
);
