import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite';
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`picture_deletions\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`picture\` text NOT NULL,
  	\`state\` text NOT NULL,
  	\`asked_by\` text NOT NULL,
  	\`asked_name\` text,
  	\`asked_at\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`due_at\` text NOT NULL,
  	\`decided_by\` text,
  	\`decided_name\` text,
  	\`decided_at\` text,
  	\`decided_why\` text,
  	\`sha256\` text,
  	\`bytes\` numeric,
  	\`origin\` text,
  	\`seal\` text,
  	\`marking\` text,
  	\`left_at\` text,
  	\`done_at\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`picture_deletions_picture_idx\` ON \`picture_deletions\` (\`picture\`);`)
  await db.run(sql`CREATE INDEX \`picture_deletions_state_idx\` ON \`picture_deletions\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`picture_deletions_due_at_idx\` ON \`picture_deletions\` (\`due_at\`);`)
  await db.run(sql`CREATE INDEX \`picture_deletions_sha256_idx\` ON \`picture_deletions\` (\`sha256\`);`)
  await db.run(sql`CREATE INDEX \`picture_deletions_seal_idx\` ON \`picture_deletions\` (\`seal\`);`)
  await db.run(sql`CREATE TABLE \`picture_holds\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`picture\` text NOT NULL,
  	\`set_by\` text NOT NULL,
  	\`set_name\` text,
  	\`set_at\` text NOT NULL,
  	\`reason\` text NOT NULL,
  	\`lifted_by\` text,
  	\`lifted_name\` text,
  	\`lifted_at\` text,
  	\`lifted_why\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`picture_holds_picture_idx\` ON \`picture_holds\` (\`picture\`);`)
  await db.run(sql`CREATE INDEX \`picture_holds_lifted_at_idx\` ON \`picture_holds\` (\`lifted_at\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`picture_deletions\`;`)
  await db.run(sql`DROP TABLE \`picture_holds\`;`)
}
