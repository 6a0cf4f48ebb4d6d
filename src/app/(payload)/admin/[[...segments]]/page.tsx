import { generatePageMetadata, RootPage } from '@payloadcms/next/views';
import { headers } from 'next/headers.js';
import { noteHiddenPage } from '#editorial/admin/audit/note-hidden-page.ts';
import config from '#editorial/payload.config.ts';
import { importMap } from '../importMap.js';

interface PageProps {
  params: Promise<{ segments: string[] }>;
  searchParams: Promise<Record<string, string | string[]>>;
}

export const generateMetadata = ({ params, searchParams }: PageProps) =>
  generatePageMetadata({ config, params, searchParams });

export default async function Page({ params, searchParams }: PageProps) {
  await noteHiddenPage(config, { segments: (await params).segments, headers: await headers() });
  return RootPage({ config, importMap, params, searchParams });
}
