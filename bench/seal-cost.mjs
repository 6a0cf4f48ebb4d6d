import { DatabaseSync } from 'node:sqlite';
import { randomUUID } from 'node:crypto';
const N = Number(process.argv[2] ?? 20000), VERSIONS = 2;
const sealOf = (n) => n % 10 < 5 ? 'internal|' : n % 10 < 7 ? 'public|' : `restricted|compartment-${String(Math.floor(n / 10) % 20).padStart(2, '0')}`;
const db = new DatabaseSync(':memory:');
db.exec(`CREATE TABLE markings (id text PRIMARY KEY NOT NULL, level text, seal text NOT NULL);
CREATE INDEX markings_seal_idx ON markings(seal);
CREATE TABLE v (id text PRIMARY KEY NOT NULL, parent_id text, version_marking_id text, version_seal text, version_updated_at text, latest integer, filler text);
CREATE TABLE l (id integer PRIMARY KEY, version_title text, _locale text, _parent_id text);
CREATE UNIQUE INDEX l_u ON l(_parent_id,_locale);
CREATE INDEX v_marking ON v(version_marking_id); CREATE INDEX v_upd ON v(version_updated_at); CREATE INDEX v_latest ON v(latest); CREATE INDEX v_parent ON v(parent_id);`);
db.exec('BEGIN');
const im = db.prepare('INSERT INTO markings VALUES (?,?,?)'), iv = db.prepare('INSERT INTO v VALUES (?,?,?,?,?,?,?)'), il = db.prepare('INSERT INTO l(version_title,_locale,_parent_id) VALUES (?,?,?)');
for (let n = 0; n < N; n++) {
  const m = randomUUID(), p = randomUUID(), s = sealOf(n);
  im.run(m, s.split('|')[0], s);
  for (let k = 0; k < VERSIONS; k++) {
    const id = randomUUID();
    iv.run(id, p, m, s, new Date(1.7e12 + ((n * 7919) % N) * 60000 + k * 1000).toISOString(), k === VERSIONS - 1 ? 1 : null, 'x'.repeat(200));
    for (const loc of ['vi', 'en', 'fr', 'zh']) il.run(`bài ${loc} ${n}`, loc, id);
  }
}
db.exec('COMMIT'); db.exec('PRAGMA analysis_limit=1000; ANALYZE');
const comps = (k) => Array.from({ length: k }, (_, i) => `restricted|compartment-${String(i).padStart(2, '0')}`);
const people = { nobody: ['|'], public: ['public|', '|'], internal: ['public|', 'internal|', '|'], three: ['public|', 'internal|', ...comps(3), '|'], twenty: ['public|', 'internal|', ...comps(20), '|'] };
const time = (sql, args) => { const st = db.prepare(sql); st.all(...args); const t = []; for (let i = 0; i < 15; i++) { const a = process.cpuUsage(); st.all(...args); const b = process.cpuUsage(a); t.push((b.user + b.system) / 1000); } t.sort((x, y) => x - y); return t[7]; };
const plan = (sql, args) => db.prepare('EXPLAIN QUERY PLAN ' + sql).all(...args).map((r) => r.detail).join(' ; ');
const lists = { newest: ['', 0], 'page 40': ['', 1950], title: [" AND l.version_title LIKE '%vi 3%'", 0] };
const show = process.argv.includes('plans');
const run = (label, from, cond, args, distinct, counted) => {
  const out = {};
  for (const [name, [extra, off]] of Object.entries(lists)) {
    const join = extra ? ` LEFT JOIN l ON l._parent_id=v.id AND l._locale='vi'` : '';
    const d = distinct || extra ? 'DISTINCT' : '';
    const page = `SELECT ${d} v.id, v.version_updated_at FROM v${join}${from} WHERE v.latest=1${cond}${extra} ORDER BY v.version_updated_at DESC LIMIT 50 OFFSET ${off}`;
    const cnt = counted || extra ? `SELECT COUNT(1) OVER() FROM v${join}${from} WHERE v.latest=1${cond}${extra} GROUP BY v.id LIMIT 1` : `SELECT count(*) FROM v${join}${from} WHERE v.latest=1${cond}${extra}`;
    out[name] = [time(page, args), time(cnt, args)];
    if (show) console.log('   ', label, name, '\n      P:', plan(page, args), '\n      C:', plan(cnt, args));
  }
  return out;
};
const print = (label, r, base) => console.log(label.padEnd(34), Object.entries(r).map(([k, [p, c]]) => `${k} ${p.toFixed(2)}+${c.toFixed(2)} ms${base ? ` = ${((p + c) / (base[k][0] + base[k][1])).toFixed(1)}x` : ''}`).join(' | '));
const variant = (title, prep) => { db.exec(prep); db.exec('PRAGMA analysis_limit=1000; ANALYZE'); console.log('##', title, 'N =', N); const base = run('free', '', '', []); print('without rules', base); return base; };
const ask = (kind, base) => { for (const [who, seals] of Object.entries(people)) {
  const q = seals.map(() => '?').join(',');
  if (kind === 'join') print(`${who}: join as today`, run(who, ' LEFT JOIN markings m ON m.id=v.version_marking_id', ` AND m.seal IN (${q})`, seals, true, true), base);
  if (kind === 'plainjoin') print(`${who}: join, no DISTINCT/GROUP`, run(who, ' LEFT JOIN markings m ON m.id=v.version_marking_id', ` AND m.seal IN (${q})`, seals, false, false), base);
  if (kind === 'col') print(`${who}: column`, run(who, '', ` AND v.version_seal IN (${q})`, seals, false, false), base);
} };
let b = variant('A: today', ''); ask('join', b); ask('plainjoin', b);
b = variant('B: column, single index (seal)', 'CREATE INDEX v_seal ON v(version_seal)'); ask('col', b);
b = variant('C: column, (seal, updated_at)', 'DROP INDEX v_seal; CREATE INDEX v_seal_upd ON v(version_seal, version_updated_at)'); ask('col', b);
b = variant('D: column, (latest, updated_at, seal)', 'DROP INDEX v_seal_upd; CREATE INDEX v_lus ON v(latest, version_updated_at, version_seal)'); ask('col', b);
b = variant('E: D + (latest, seal)', 'CREATE INDEX v_ls ON v(latest, version_seal)'); ask('col', b);
