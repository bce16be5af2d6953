import { contentTypes } from '../content-types';
import { bootstrap } from './bootstrap';
import { config } from './config';
import { controllers } from './controllers';
import { destroy } from './destroy';
import { register } from './register';
import { routes } from './routes';
import { services } from './services';

/** The plugin as Strapi loads it. */
export default { register, bootstrap, destroy, config, contentTypes, controllers, routes, services };
