import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '#errors/failure.ts';
import { brokenReferences } from './broken-references.ts';
import type { DemoContent } from './content.ts';
import { demoAlbum } from './schema/album.ts';
import { demoArticle } from './schema/article.ts';
import { demoEvent } from './schema/event.ts';
import { demoImage } from './schema/image.ts';
import { demoAgency, demoPlace, demoTopic } from './schema/reference.ts';
import { demoRights } from './schema/rights.ts';

/** Where the files of the demo lie. */
export const demoContentFolder = import.meta.dirname;

async function readOne<T extends { key: string }>(file: string, name: string, schema: z.ZodType<T>): Promise<T> {
  try {
    const raw: unknown = JSON.parse(await readFile(file, 'utf8'));
    return schema.refine((value) => `${value.key}.json` === name, 'the file bears the name of its key').parse(raw);
  } catch (cause) {
    const problem = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new Failure('demo-content-invalid', { file, problem }, { cause });
  }
}

async function readFolder<T extends { key: string }>(root: string, kind: string, schema: z.ZodType<T>): Promise<T[]> {
  const names = (await readdir(join(root, kind))).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(names.map((name) => readOne(join(root, kind, name), name, schema)));
}

/**
 * Reads and checks all demo documents.
 * @param root folder that holds `articles/`, `events/`, `images/`, `albums/`, `rights/`, `places/`, `topics/` and `agencies/`
 * @throws Failure demo-content-invalid naming the file, or the first reference that leads nowhere
 */
export async function loadContent(root: string = demoContentFolder): Promise<DemoContent> {
  const [agencies, topics, places, rights, images, albums, articles, events] = await Promise.all([
    readFolder(root, 'agencies', demoAgency),
    readFolder(root, 'topics', demoTopic),
    readFolder(root, 'places', demoPlace),
    readFolder(root, 'rights', demoRights),
    readFolder(root, 'images', demoImage),
    readFolder(root, 'albums', demoAlbum),
    readFolder(root, 'articles', demoArticle),
    readFolder(root, 'events', demoEvent),
  ]);
  topics.sort((a, b) => Number(a.parent !== null) - Number(b.parent !== null));
  albums.sort((a, b) => Number(a.parent !== null) - Number(b.parent !== null));
  articles.sort((a, b) => b.daysAgo - a.daysAgo);
  const content = { agencies, topics, places, rights, images, albums, articles, events };
  const [broken] = brokenReferences(content);
  if (broken !== undefined) throw new Failure('demo-content-invalid', { file: root, problem: broken });
  return content;
}
