import type { AstroIntegration } from 'astro';

/** What Vite puts round each `import()` in a script for browsers, in a file of its own: it fetches parts ahead. */
const helper = '\0vite/preload-helper.js';

/**
 * Scripts that fetch another one later (search, the Data panel, the link to a selection) do so when they are used, and have
 * one part: Vite's helper would be one more file to fetch for nothing. `build.modulePreload` leaves it in, and Astro sets
 * that itself.
 */
export function plainImports(): AstroIntegration {
  return {
    name: 'plain-imports',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const plugin = {
          name: 'plain-imports',
          enforce: 'pre' as const,
          // One for each importer: what two share would be a file again.
          resolveId: (id: string, importer: string | undefined) =>
            id === helper ? `${helper}?${importer}` : undefined,
          load: (id: string) =>
            id.startsWith(`${helper}?`) ? 'export const __vitePreload = (load) => load();' : undefined,
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}
