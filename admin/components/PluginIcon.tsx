export { GridNine as PluginIcon } from '@strapi/icons';
