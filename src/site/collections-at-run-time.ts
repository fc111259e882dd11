import { join } from 'node:path';
import type { AstroIntegration } from 'astro';

/** The module in which Astro puts what its collections hold into the program of the pages (`astro/dist/content/consts.js`). */
const dataModule = '\0astro:data-layer-content';

/**
 * Lets the program of the pages take the collections from the library when it runs, and not hold those of the day it was
 * bundled: so it stays good when the content changes.
 */
export function collectionsAtRunTime(): AstroIntegration {
  const file = JSON.stringify(join(import.meta.dirname, 'collections.ts'));
  const code = `import { collectionsNow } from ${file};\nexport default collectionsNow();\n`;
  return {
    name: 'collections-at-run-time',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        const plugin = {
          name: 'collections-at-run-time',
          apply: 'build' as const,
          transform: {
            filter: { id: new RegExp(`^${dataModule}$`) },
            handler: () => ({ code, map: null }),
          },
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}
