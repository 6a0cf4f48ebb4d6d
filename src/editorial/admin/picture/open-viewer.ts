import type { Viewer } from 'openseadragon';
import type { ZoomAnswer } from '../../endpoints/image-zoom.ts';

/** Smaller levels than that of a single tile save nothing. */
const shallowest = 9;

/**
 * Opens the viewer. It is loaded when somebody wants to look, for it needs a browser and is large.
 * @param element into which it draws
 */
export const openViewer = async (element: HTMLElement, id: string, zoom: ZoomAnswer): Promise<Viewer> => {
  const { default: openSeadragon } = await import('openseadragon');
  return openSeadragon({
    element,
    drawer: 'canvas',
    tileSources: {
      width: zoom.width,
      height: zoom.height,
      tileSize: zoom.tile,
      minLevel: Math.min(shallowest, zoom.deepest),
      maxLevel: zoom.deepest,
      getTileUrl: (level: number, x: number, y: number) => `/api/images/${id}/zoom/${level}/${x}/${y}`,
    },
    showNavigationControl: false,
    showNavigator: true,
    navigatorPosition: 'BOTTOM_RIGHT',
    maxZoomPixelRatio: 4,
    visibilityRatio: 1,
    constrainDuringPan: true,
    imageLoaderLimit: 4,
    tileRetryMax: 2,
    tileRetryDelay: 2000,
    // The first tile waits until the whole picture has been decoded once
    timeout: 120_000,
  });
};
