import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';

/** As it comes, but for a sidebar of four links: one of all pages would be written into each of them. */
export default defineConfig({
  site: 'https://bench.example',
  integrations: [
    starlight({
      title: 'Generated',
      sidebar: ['claims', 'people', 'works', 'timeline'].map((name) => ({ label: name, link: `/${name}/` })),
      pagination: false,
      lastUpdated: false,
    }),
  ],
});
