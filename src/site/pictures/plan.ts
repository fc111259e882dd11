import { type ImageFile, type Rendition, renditionsOf } from '../../core/model/image.ts';
import type { Library } from '../../core/model/library.ts';
import type { Routes } from '../../core/model/routes.ts';

/** A file that pages fetch of an image they show. */
export interface PlannedPicture {
  /** Its path in the site, without the base: `_astro/lamp.0123456789.800.webp`. */
  readonly path: string;
  readonly image: ImageFile;
  readonly rendition: Rendition;
}

/** The files of every image that a review or a page shows, each once; of what is not shown nothing is published. */
export function plannedPictures({ reviews, pages }: Library, routes: Routes): PlannedPicture[] {
  const images = [...reviews.values(), ...pages.values()].flatMap((one) => one.images);
  const pictures = images.flatMap((image) =>
    renditionsOf(image).map((rendition): [string, PlannedPicture] => {
      const path = routes.picture(image, rendition).slice(routes.base.length);
      return [path, { path, image, rendition }];
    }),
  );
  return [...new Map(pictures).values()];
}
