import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isContinued, isIncluded } from './check-proof.ts';
import { openFrontier } from './frontier.ts';
import { emptyRoot, type Hash, leafHash, nodeHash } from './hashes.ts';
import { hashesOfLeaf, storedFor } from './stored-hashes.ts';
import { consistencyProof, inclusionProof, rootOf } from './tree.ts';

/** All stored hashes of a tree over these leaves. */
const grown = (leaves: readonly Hash[]) => {
  const stored: Hash[] = [];
  const read = (place: number): Hash => stored[place] ?? Buffer.alloc(0);
  for (const [index, leaf] of leaves.entries()) stored.push(...hashesOfLeaf(index, leaf, read));
  return { stored, read };
};

/** The definition of RFC 9162, 2.1.1, word for word. */
const plainRoot = (leaves: readonly Hash[]): Hash => {
  if (leaves.length === 0) return emptyRoot();
  const [only] = leaves;
  if (leaves.length === 1 && only) return only;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(plainRoot(leaves.slice(0, k)), plainRoot(leaves.slice(k)));
};

const hex = (text: string): Buffer => Buffer.from(text, 'hex');
const told = (hashes: readonly Hash[]) => hashes.map((hash) => hash.toString('hex'));

/** The eight inputs with which logs of Certificate Transparency have been compared since RFC 6962. */
const inputs = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const x = {
  leaf1: '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  of23: '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  of4567: '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
  leaf4: 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  of67: 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
  of45: '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
};

describe('the vectors of Certificate Transparency', () => {
  const leaves = inputs.map((input) => leafHash(hex(input)));
  const { read } = grown(leaves);

  test.each(roots.map((root, size) => [size, root] as const))('root over %i leaves', (size, root) => {
    expect(rootOf(size, read).toString('hex')).toBe(root);
  });

  test.each([
    [0, 1, []],
    [0, 8, [x.leaf1, x.of23, x.of4567]],
    [5, 8, [x.leaf4, x.of67, roots[4]]],
    [2, 3, [roots[2]]],
    [1, 5, [roots[1], x.of23, x.leaf4]],
  ])('leaf %i among %i', (index, size, path) => {
    expect(told(inclusionProof(index, size, read))).toEqual(path);
  });

  test.each([
    [1, 1, []],
    [1, 8, [x.leaf1, x.of23, x.of4567]],
    [6, 8, [x.of45, x.of67, roots[4]]],
    [2, 5, [x.of23, x.leaf4]],
  ])('%i leaves go on to %i', (old, size, path) => {
    expect(told(consistencyProof(old, size, read))).toEqual(path);
  });
});

const someLeaves = fc
  .array(fc.uint8Array({ maxLength: 4 }), { minLength: 1, maxLength: 70 })
  .map((all) => all.map((bytes) => leafHash(bytes)));
const within = fc.nat({ max: 1_000 });

describe('whatever leaves there are', () => {
  test('the stored hashes give the root of the definition, and so does what is kept in memory', () => {
    fc.assert(
      fc.property(someLeaves, (leaves) => {
        const { stored, read } = grown(leaves);
        const frontier = openFrontier();
        for (const leaf of leaves) frontier.add(leaf);
        expect(stored.length).toBe(storedFor(leaves.length));
        expect(rootOf(leaves.length, read)).toEqual(plainRoot(leaves));
        expect(frontier.root()).toEqual(plainRoot(leaves));
        expect(frontier.size).toBe(leaves.length);
      }),
    );
  });

  test('each proof of a leaf holds, and for no other leaf, place or root', () => {
    fc.assert(
      fc.property(someLeaves, within, within, (leaves, some, other) => {
        const size = leaves.length;
        const [index, wrong] = [some % size, other % size];
        const { read } = grown(leaves);
        const [leaf, root] = [leaves[index] ?? emptyRoot(), rootOf(size, read)];
        const proof = inclusionProof(index, size, read);
        const shown = { leaf, index, size, root, proof };
        expect(isIncluded(shown)).toBe(true);
        expect(isIncluded({ ...shown, leaf: leafHash(Buffer.from('another leaf')) })).toBe(false);
        expect(isIncluded({ ...shown, root: leafHash(root) })).toBe(false);
        expect(isIncluded({ ...shown, proof: [...proof, root] })).toBe(false);
        if (leaves[wrong]?.compare(leaf) !== 0) expect(isIncluded({ ...shown, index: wrong })).toBe(false);
      }),
    );
  });

  test('each proof of growth holds, and none holds where an earlier leaf is another', () => {
    fc.assert(
      fc.property(someLeaves, within, within, (leaves, some, changed) => {
        const size = leaves.length;
        const old = some % (size + 1);
        const { read } = grown(leaves);
        const [earlier, later] = [
          { size: old, root: rootOf(old, read) },
          { size, root: rootOf(size, read) },
        ];
        expect(isContinued(earlier, later, consistencyProof(old, size, read))).toBe(true);
        if (old === 0) return;
        const rewritten = leaves.with(changed % old, leafHash(Buffer.from('another leaf')));
        const other = grown(rewritten).read;
        const forged = { size, root: rootOf(size, other) };
        expect(isContinued(earlier, forged, consistencyProof(old, size, other))).toBe(false);
        expect(isContinued(earlier, forged, consistencyProof(old, size, read))).toBe(false);
      }),
    );
  });
});
