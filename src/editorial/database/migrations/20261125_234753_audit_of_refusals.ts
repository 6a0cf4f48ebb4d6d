import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite';
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`audit\` ADD \`who\` text;`)
  await db.run(sql`ALTER TABLE \`audit\` ADD \`times\` numeric DEFAULT 1;`)
  await db.run(sql`ALTER TABLE \`audit\` ADD \`last_at\` text;`)
  await db.run(sql`ALTER TABLE \`audit\` ADD \`seal\` text;`)
  // A line is as confidential as the document that it names, those from before included
  await db.run(sql`UPDATE \`audit\` SET \`seal\` = COALESCE((SELECT \`seal\` FROM \`markings\` WHERE \`subject_id\` = \`document_id\`), 'public|');`)
  await db.run(sql`CREATE INDEX \`audit_actor_idx\` ON \`audit\` (\`actor\`);`)
  await db.run(sql`CREATE INDEX \`audit_document_id_idx\` ON \`audit\` (\`document_id\`);`)
  await db.run(sql`CREATE INDEX \`audit_seal_idx\` ON \`audit\` (\`seal\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`audit_actor_idx\`;`)
  await db.run(sql`DROP INDEX \`audit_document_id_idx\`;`)
  await db.run(sql`DROP INDEX \`audit_seal_idx\`;`)
  await db.run(sql`ALTER TABLE \`audit\` DROP COLUMN \`who\`;`)
  await db.run(sql`ALTER TABLE \`audit\` DROP COLUMN \`times\`;`)
  await db.run(sql`ALTER TABLE \`audit\` DROP COLUMN \`last_at\`;`)
  await db.run(sql`ALTER TABLE \`audit\` DROP COLUMN \`seal\`;`)
}
