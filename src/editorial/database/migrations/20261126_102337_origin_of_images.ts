import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite';
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`ALTER TABLE \`images\` ADD \`origin_sha256\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`origin_bytes\` numeric;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`origin_pending\` integer;`)
  await db.run(sql`CREATE INDEX \`images_origin_origin_sha256_idx\` ON \`images\` (\`origin_sha256\`);`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_origin_sha256\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_origin_bytes\` numeric;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_origin_pending\` integer;`)
  await db.run(sql`CREATE INDEX \`_images_v_version_origin_version_origin_sha256_idx\` ON \`_images_v\` (\`version_origin_sha256\`);`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP INDEX \`images_origin_origin_sha256_idx\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`origin_sha256\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`origin_bytes\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`origin_pending\`;`)
  await db.run(sql`DROP INDEX \`_images_v_version_origin_version_origin_sha256_idx\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_origin_sha256\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_origin_bytes\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_origin_pending\`;`)
}
