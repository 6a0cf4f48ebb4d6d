'use client';
import { useAuth } from '@payloadcms/ui';
import { type KeyboardEvent, useState } from 'react';
import { useWords } from '../words/use-words.ts';
import { AlikePanel } from './alike-panel.tsx';
import { CropEditor } from './crop-editor.tsx';
import { DeepZoom } from './deep-zoom.tsx';
import { FilePanel } from './file-panel.tsx';
import { UsesPanel } from './uses-panel.tsx';

const panels = { crops: CropEditor, zoom: DeepZoom, file: FilePanel, uses: UsesPanel, alike: AlikePanel } as const;
type Tab = keyof typeof panels;

/** Whether the review queue is the person’s; the studio decides when it is asked. */
const isCurator = (user: unknown): boolean => {
  const { roles } = (user ?? {}) as { roles?: unknown };
  return Array.isArray(roles) && roles.includes('curator');
};

/** What can be seen and set on the picture itself, one thing at a time. Only what is open is asked for. */
export const PictureTabs = ({ id, isShown }: { id: string; isShown: boolean }) => {
  const { say } = useWords();
  const { user } = useAuth();
  const tabs: readonly Tab[] = [
    ...(isShown ? (['crops', 'zoom'] as const) : []),
    ...(['file', 'uses'] as const),
    ...(isCurator(user) ? (['alike'] as const) : []),
  ];
  const [chosen, setChosen] = useState<Tab>(isShown ? 'crops' : 'file');
  const Panel = panels[chosen];
  const go = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = step && tabs[(tabs.indexOf(chosen) + step + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    setChosen(next);
    document.getElementById(`picture-tab-${next}`)?.focus();
  };
  return (
    <div className="bt-page">
      <div aria-label={say('picture.tabs')} className="bt-page__tabs" onKeyDown={go} role="tablist">
        {tabs.map((tab) => (
          <button
            aria-controls="picture-panel"
            aria-selected={tab === chosen}
            id={`picture-tab-${tab}`}
            key={tab}
            onClick={() => setChosen(tab)}
            role="tab"
            tabIndex={tab === chosen ? 0 : -1}
            type="button"
          >
            {say(`picture.tab.${tab}`)}
          </button>
        ))}
      </div>
      <div aria-labelledby={`picture-tab-${chosen}`} className="bt-page__panel" id="picture-panel" role="tabpanel">
        <Panel id={id} />
      </div>
    </div>
  );
};
