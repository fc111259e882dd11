import { defineConfig } from 'astro/config';
import { cardsInDev } from './src/site/cards/cards-in-dev.ts';
import { collectionsAtRunTime } from './src/site/collections-at-run-time.ts';
import { contentWatch } from './src/site/content-watch.ts';
import { cutFonts } from './src/site/cut-fonts.ts';
import { exportedFiles } from './src/site/export-files.ts';
import { ownColours } from './src/site/own-colours.ts';
import { picturesInDev } from './src/site/pictures/pictures-in-dev.ts';
import { plainImports } from './src/site/plain-imports.ts';
import { searchIndex } from './src/site/search/search-index.ts';
import { readSettings } from './src/site/settings.ts';

// However Astro was started, nothing is sent anywhere: no usage data, no question for newer versions.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';

const { siteUrl, base } = readSettings();

export default defineConfig({
  site: siteUrl,
  base,
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'always' },
  compressHTML: true,
  prefetch: false,
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false }, // Markdown is the core's business
  integrations: [
    cutFonts(),
    ownColours(),
    plainImports(),
    collectionsAtRunTime(),
    contentWatch(),
    searchIndex(),
    exportedFiles(),
    cardsInDev(),
    picturesInDev(),
  ],
  vite: {
    server: { watch: { ignored: ['**/.build/**', '**/dist/**'] } },
    // Nothing is written into the pages: the policy allows no font as data, and a script in a file of its own is fetched
    // once for all pages and keeps the first bytes for what is seen first.
    build: { assetsInlineLimit: 0 },
  },
});
