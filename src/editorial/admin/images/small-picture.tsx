'use client';

import { useCallback, useState } from 'react';

/**
 * A small picture in a list. Where its bytes do not come, as when their key was destroyed, its place stays empty: a browser would draw a torn
 * sheet there.
 */
export const SmallPicture = ({ src }: { readonly src: string }) => {
  const [isLost, setLost] = useState(false);
  // What failed before the page came alive told nobody
  const look = useCallback((image: HTMLImageElement | null) => {
    if (image?.complete && image.naturalWidth === 0) setLost(true);
  }, []);
  return isLost ? (
    <span aria-hidden="true" className="bt-thumbnail bt-thumbnail--lost" />
  ) : (
    <img
      alt=""
      className="bt-thumbnail"
      height={60}
      loading="lazy"
      onError={() => setLost(true)}
      ref={look}
      src={src}
      width={80}
    />
  );
};
