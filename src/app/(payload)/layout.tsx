import '@payloadcms/next/css';
import '#editorial/admin/look/studio.css';
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts';
import type { ServerFunctionClient } from 'payload';
import type { ReactNode } from 'react';
import { withoutStaleCheck } from '#editorial/admin/conflict/without-stale-check.ts';
import { onlyOffered } from '#editorial/admin/shell/offered-functions.ts';
import { speakToEach } from '#editorial/admin/words/speak-to-each.ts';
import config from '#editorial/payload.config.ts';
import { importMap } from './admin/importMap.js';

speakToEach();

const serverFunction: ServerFunctionClient = async (args) => {
  'use server';
  return handleServerFunctions({ ...withoutStaleCheck(onlyOffered(args)), config, importMap });
};

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  );
}
