import '@payloadcms/next/css';
import '#editorial/admin/look/studio.css';
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts';
import { headers } from 'next/headers';
import type { ServerFunctionClient } from 'payload';
import type { ReactNode } from 'react';
import { withoutStaleCheck } from '#editorial/admin/conflict/without-stale-check.ts';
import { isOffered, notOffered } from '#editorial/admin/shell/offered-functions.ts';
import { speakToEach } from '#editorial/admin/words/speak-to-each.ts';
import config from '#editorial/payload.config.ts';
import { importMap } from './admin/importMap.js';

speakToEach();

const serverFunction: ServerFunctionClient = async (args) => {
  'use server';
  if (!isOffered(args)) return notOffered(await headers());
  return handleServerFunctions({ ...withoutStaleCheck(args), config, importMap });
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  );
}
