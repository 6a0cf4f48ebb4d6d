'use client';
import { useEffect, useState } from 'react';
import { studioFetch } from '../words/studio-fetch.ts';
import { useWords } from '../words/use-words.ts';

interface Named {
  readonly id: string;
  readonly title: string;
}

const isNamed = (value: unknown): value is Named =>
  typeof value === 'object' && value !== null && 'id' in value && 'title' in value;

const read = (body: unknown): Named[] =>
  body && typeof body === 'object' && 'albums' in body && Array.isArray(body.albums) ? body.albums.filter(isNamed) : [];

/** The albums that a picture is in, each with the way to it. */
export const AlbumsOfImage = ({ id }: { id: string }) => {
  const { say, language } = useWords();
  const [albums, setAlbums] = useState<readonly Named[]>([]);
  useEffect(() => {
    const load = async () => {
      const answer = await studioFetch(`/api/images/${id}/albums`, language);
      setAlbums(answer.ok ? read(answer.body) : []);
    };
    void load();
  }, [id, language]);
  if (albums.length === 0) return null;
  return (
    <div className="bt-inAlbums" id="image-albums">
      <b>{say('album.ofImage')}</b>
      <ul>
        {albums.map((album) => (
          <li key={album.id}>
            <a href={`/admin/collections/albums/${album.id}`}>{album.title}</a>
          </li>
        ))}
      </ul>
    </div>
  );
};
