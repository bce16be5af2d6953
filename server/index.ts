import { contentTypes } from '../content-types';
import { bootstrap } from './bootstrap';
import { config } from './config';
import { controllers } from './controllers';
import { destroy } from './destroy';
import { register } from './register';
import { routes } from './routes';
import { services } from './services';

/** The plugin as Strapi loads it; its parts' own types would put Strapi's inner paths into what we publish. */
const plugin: Readonly<Record<string, unknown>> = {
  register,
  bootstrap,
  destroy,
  config,
  contentTypes,
  controllers,
  routes,
  services,
};

export default plugin;
