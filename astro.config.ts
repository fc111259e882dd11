import { defineConfig } from 'astro/config';
import { contentSecurityPolicy } from './src/site/content-security-policy.ts';
import { contentWatch } from './src/site/content-watch.ts';
import { searchIndex } from './src/site/search-index.ts';
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
  security: { csp: contentSecurityPolicy },
  integrations: [contentWatch(), searchIndex()],
  vite: {
    server: { watch: { ignored: ['**/.build/**', '**/dist/**'] } },
    // Small files may be written into the page, but fonts may not: the policy allows those of the site alone.
    build: { assetsInlineLimit: (file) => (/\.woff2?$/.test(file) ? false : undefined) },
  },
});
