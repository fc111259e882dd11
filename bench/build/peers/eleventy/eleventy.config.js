import { readFileSync } from 'node:fs';

/** Every Markdown file of `text/` is a page of one layout, with its styles written into it as the site's own are. */
export default function (eleventy) {
  eleventy.addGlobalData('layout', 'page.njk');
  eleventy.addGlobalData('styles', readFileSync('styles.css', 'utf8'));
  eleventy.setTemplateFormats(['md']);
  return { dir: { input: 'text', includes: '../layouts', output: '_site' }, markdownTemplateEngine: false };
}
