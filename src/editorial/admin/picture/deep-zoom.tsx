'use client';
import type { Viewer } from 'openseadragon';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { ActionButton } from '../shell/action-button.tsx';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';
import { openViewer } from './open-viewer.ts';

const zoomAnswer = z.object({ width: z.number(), height: z.number(), tile: z.number(), deepest: z.number() });

type State = 'waiting' | 'shown' | { readonly refused: string };

/** A viewer over the picture, as long as it is on the page. */
const useViewer = (id: string, label: string) => {
  const { say, language } = useWords();
  const element = useRef<HTMLDivElement>(null);
  const viewer = useRef<Viewer | null>(null);
  const [state, setState] = useState<State>('waiting');
  const [percent, setPercent] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words are no reason to open the picture again
  useEffect(() => {
    let isGone = false;
    const refuse = (detail = '') => setState({ refused: detail || say('error.network') });
    const open = async () => {
      const answer = await studioFetch(`/api/images/${id}/zoom`, language);
      if (isGone || !element.current) return;
      if (!answer.ok) return refuse(answer.detail);
      const opened = await openViewer(element.current, id, zoomAnswer.parse(answer.body));
      if (isGone) return opened.destroy();
      viewer.current = opened;
      opened.canvas.setAttribute('aria-label', label);
      opened.canvas.setAttribute('role', 'application');
      opened.addOnceHandler('tile-drawn', () => setState('shown'));
      opened.addHandler('tile-load-failed', () =>
        setState((now) => (now === 'shown' ? now : { refused: say('zoom.failed') })),
      );
      opened.addHandler('zoom', ({ zoom }) => setPercent(Math.round(opened.viewport.viewportToImageZoom(zoom) * 100)));
    };
    void open().catch(() => refuse());
    return () => {
      isGone = true;
      viewer.current?.destroy();
      viewer.current = null;
    };
  }, [id]);
  return { element, viewer, state, percent };
};

/** The picture from the whole of it to its single pixels: by wheel and fingers, by buttons, and by keys once it has the focus. */
export const DeepZoom = ({ id }: { id: string }) => {
  const { say } = useWords();
  const { element, viewer, state, percent } = useViewer(id, say('zoom.picture'));
  const by = (factor: number) => viewer.current?.viewport.zoomBy(factor).applyConstraints();
  const toPixels = () => {
    const { viewport } = viewer.current ?? {};
    viewport?.zoomTo(viewport.imageToViewportZoom(1)).applyConstraints();
  };
  const isReady = state === 'shown';
  return (
    <div className="bt-zoom" id="picture-zoom">
      <div className="bt-zoom__tools">
        <ActionButton
          disabled={!isReady}
          id="zoom-in"
          label={say('zoom.in')}
          onClick={() => by(1.5)}
          title={say('zoom.in')}
        >
          +
        </ActionButton>
        <ActionButton
          disabled={!isReady}
          id="zoom-out"
          label={say('zoom.out')}
          onClick={() => by(1 / 1.5)}
          title={say('zoom.out')}
        >
          −
        </ActionButton>
        <ActionButton disabled={!isReady} id="zoom-whole" onClick={() => viewer.current?.viewport.goHome()}>
          {say('zoom.whole')}
        </ActionButton>
        <ActionButton disabled={!isReady} id="zoom-pixels" onClick={toPixels}>
          {say('zoom.pixels')}
        </ActionButton>
        <output aria-live="polite" id="zoom-percent">
          {isReady ? say('zoom.percent', { percent }) : ''}
        </output>
      </div>
      <div className="bt-zoom__view" data-state={isReady ? 'shown' : 'waiting'} ref={element}>
        {state === 'waiting' ? <p role="status">{say('zoom.waiting')}</p> : null}
        {typeof state === 'object' ? <p role="alert">{state.refused}</p> : null}
      </div>
      <p className="bt-panel__hint">{say('zoom.hint')}</p>
    </div>
  );
};
