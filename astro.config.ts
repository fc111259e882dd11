import { defineConfig } from 'astro/config';
import { contentSecurityPolicy } from './src/site/content-security-policy.ts';
import { contentWatch } from './src/site/content-watch.ts';
import { readSettings } from './src/site/settings.ts';

// Nothing is sent anywhere: no usage data, no question for newer versions.
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
  security: { csp: contentSecurityPolicy },
  // The search index goes here: searchIndex().
  integrations: [contentWatch()],
});
