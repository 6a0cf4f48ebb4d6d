import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite';
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`sessions\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`digest\` text NOT NULL,
  	\`person\` text NOT NULL,
  	\`stamp\` text NOT NULL,
  	\`cleared\` text NOT NULL,
  	\`factor\` text,
  	\`proven_at\` text NOT NULL,
  	\`network\` text,
  	\`agent\` text,
  	\`at\` text NOT NULL,
  	\`seen_at\` text NOT NULL,
  	\`until\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`sessions_digest_idx\` ON \`sessions\` (\`digest\`);`)
  await db.run(sql`CREATE INDEX \`sessions_person_idx\` ON \`sessions\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`sessions_until_idx\` ON \`sessions\` (\`until\`);`)
  await db.run(sql`CREATE TABLE \`sign_in_tries\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`account\` text NOT NULL,
  	\`network\` text NOT NULL,
  	\`at\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`sign_in_tries_account_idx\` ON \`sign_in_tries\` (\`account\`);`)
  await db.run(sql`CREATE INDEX \`sign_in_tries_network_idx\` ON \`sign_in_tries\` (\`network\`);`)
  await db.run(sql`CREATE INDEX \`sign_in_tries_at_idx\` ON \`sign_in_tries\` (\`at\`);`)
  await db.run(sql`CREATE TABLE \`factors\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`person\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`name\` text,
  	\`at\` text NOT NULL,
  	\`confirmed_at\` text,
  	\`used_at\` text,
  	\`sealed\` text,
  	\`last\` numeric NOT NULL,
  	\`credential\` text,
  	\`public_key\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`factors_person_idx\` ON \`factors\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`factors_credential_idx\` ON \`factors\` (\`credential\`);`)
  await db.run(sql`CREATE TABLE \`factors_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`factors\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`factors_texts_order_parent\` ON \`factors_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`recovery_codes\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`person\` text NOT NULL,
  	\`digest\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`recovery_codes_person_idx\` ON \`recovery_codes\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`recovery_codes_digest_idx\` ON \`recovery_codes\` (\`digest\`);`)
  await db.run(sql`CREATE TABLE \`pending_steps\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`digest\` text NOT NULL,
  	\`person\` text NOT NULL,
  	\`purpose\` text NOT NULL,
  	\`stamp\` text NOT NULL,
  	\`challenge\` text,
  	\`tries\` numeric NOT NULL,
  	\`until\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`pending_steps_digest_idx\` ON \`pending_steps\` (\`digest\`);`)
  await db.run(sql`CREATE INDEX \`pending_steps_person_idx\` ON \`pending_steps\` (\`person\`);`)
  await db.run(sql`CREATE INDEX \`pending_steps_until_idx\` ON \`pending_steps\` (\`until\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`sessions\`;`)
  await db.run(sql`DROP TABLE \`sign_in_tries\`;`)
  await db.run(sql`DROP TABLE \`factors\`;`)
  await db.run(sql`DROP TABLE \`factors_texts\`;`)
  await db.run(sql`DROP TABLE \`recovery_codes\`;`)
  await db.run(sql`DROP TABLE \`pending_steps\`;`)
}
