import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite';
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`upload_batches\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`owner\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`defaults\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`upload_batches_owner_idx\` ON \`upload_batches\` (\`owner\`);`)
  await db.run(sql`CREATE INDEX \`upload_batches_at_idx\` ON \`upload_batches\` (\`at\`);`)
  await db.run(sql`CREATE TABLE \`upload_fates\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`owner\` text NOT NULL,
  	\`batch\` text NOT NULL,
  	\`upload\` text NOT NULL,
  	\`file\` text NOT NULL,
  	\`outcome\` text NOT NULL,
  	\`code\` text,
  	\`values\` text,
  	\`lacks\` text,
  	\`image\` text,
  	\`sha256\` text,
  	\`bytes\` numeric,
  	\`reading\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`upload_fates_owner_idx\` ON \`upload_fates\` (\`owner\`);`)
  await db.run(sql`CREATE INDEX \`upload_fates_batch_idx\` ON \`upload_fates\` (\`batch\`);`)
  await db.run(sql`CREATE INDEX \`upload_fates_upload_idx\` ON \`upload_fates\` (\`upload\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`upload_batches\`;`)
  await db.run(sql`DROP TABLE \`upload_fates\`;`)
}
