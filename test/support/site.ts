import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A website on an origin of its own: pages by their paths, everything else is empty. */
export interface Site {
  readonly origin: string;
  readonly pages: Map<string, string>;
  readonly close: () => Promise<void>;
}

/** Serves pages under a policy that allows scripts and connections of the CMS alone. */
export const openSite = async (policy: () => string): Promise<Site> => {
  const pages = new Map<string, string>();
  const server: Server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', policy());
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(pages.get(new URL(request.url ?? '/', 'http://site').pathname) ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    pages,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
