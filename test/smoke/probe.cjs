/** Boots the Strapi app in the working directory and prints, as its last line, what a plugin could have added to it. */
const { createRequire } = require('node:module');
const { join } = require('node:path');

const { createStrapi } = createRequire(join(process.cwd(), 'package.json'))('@strapi/strapi');
const PLUGIN = 'content-strategy';

const get = async (port, path) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;

/** `path?param` of every content-API route: extra REST parameters are merged into the routes. */
const parametersOf = (strapi) =>
  [...Object.values(strapi.apis), ...Object.values(strapi.plugins)].flatMap(({ routes }) =>
    Object.values(routes)
      .filter((router) => router?.type !== 'admin')
      .flatMap(({ routes: list = [] }) => list)
      .flatMap(({ method, path, request }) =>
        Object.keys(request?.query ?? {}).map((key) => `${method} ${path}?${key}`)
      )
  );

const main = async () => {
  const strapi = await createStrapi({ appDir: process.cwd(), distDir: process.cwd() }).start();
  const port = strapi.config.get('server.port');
  const plugin = strapi.plugins[PLUGIN];
  const found = {
    plugin: plugin && {
      contentTypes: Object.keys(plugin.contentTypes).length,
      services: Object.keys(plugin.services).length,
      controllers: Object.keys(plugin.controllers).length,
    },
    permissions: strapi.admin.services.permission.actionProvider
      .values()
      .map(({ actionId }) => actionId)
      .filter((action) => action.startsWith(`plugin::${PLUGIN}.`)),
    routes: strapi.server.listRoutes().flatMap(({ methods, path }) => methods.map((method) => `${method} ${path}`)),
    koaMiddlewares: strapi.server.app.middleware.length,
    parameters: parametersOf(strapi),
    statuses: {
      health: await get(port, '/_health'),
      admin: await get(port, '/admin/'),
      vocabulary: await get(port, `/${PLUGIN}/vocabulary`),
      contentApi: await get(port, `/api/${PLUGIN}/journeys`),
      consumption: await get(port, `/api/${PLUGIN}/consumption`),
    },
  };
  console.log(JSON.stringify(found));
  process.exit(0);
};

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
