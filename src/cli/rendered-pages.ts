import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withPolicy } from '../site/content-security-policy.ts';

export interface RenderedPages {
  /** Which pages are rendered here: those whose number leaves `share` when divided by `of`. */
  readonly share: number;
  readonly of: number;
  /** Told after every page how many were rendered here. */
  readonly tell: (rendered: number) => void;
  readonly started?: () => void;
  readonly finished?: () => void;
}

/**
 * Renders a share of the pages and writes them, each with its policy. Astro gets an empty answer for those, and makes no
 * file: on its way through its own hands a page is decoded and encoded again, and what is written waits for what was.
 * The first share names the pages of the others to Astro too, for what is told of all pages, such as the sitemap, is made
 * beside it.
 */
export function renderedPages({ share, of, tell, started, finished }: RenderedPages): AstroIntegration {
  let rendered = 0;
  let [base, folder] = ['/', ''];
  const own = new Set<string>();
  const folders = new Set<string>();
  const write = (path: string, page: Buffer) => {
    const file = join(folder, path === '404' ? '404.html' : join(path, 'index.html'));
    if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
    folders.add(dirname(file));
    writeFileSync(file, page);
  };
  return {
    name: 'rendered-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
        folder = fileURLToPath(config.outDir);
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          name: 'rendered-pages',
          async getStaticPaths() {
            started?.();
            const all = await astro.getStaticPaths();
            const mine = all.filter((_, index) => index % of === share);
            for (const { pathname } of mine) own.add(bare(pathname));
            return share === 0 ? all : mine;
          },
          async render(request, options) {
            const path = bare(new URL(request.url).pathname.slice(base.length - 1));
            if (!own.has(path)) return new Response(null);
            const result = await astro.render(request, options);
            tell(++rendered);
            const response = 'response' in result ? result.response : result;
            if (options.routeData.type !== 'page' || isRedirect(response)) return result;
            write(path, withPolicy(Buffer.from(await response.arrayBuffer())));
            return new Response(null);
          },
        }));
      },
      'astro:build:generated': () => finished?.(),
    },
  };
}

/** A path as both sides write it: Astro's own has no slash at its end where it names a file, and is not encoded. */
function bare(path: string): string {
  return decodeURI(path).replace(/^\/+|\/+$/g, '');
}

function isRedirect({ status }: Response): boolean {
  return status >= 300 && status < 400;
}
