import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite';
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`picture_history\` (
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`picture\` text NOT NULL,
  	\`at\` text NOT NULL,
  	\`kind\` text NOT NULL,
  	\`actor\` text,
  	\`who\` text,
  	\`revision\` numeric,
  	\`facts\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`picture_history_picture_idx\` ON \`picture_history\` (\`picture\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`picture_history\`;`)
}
