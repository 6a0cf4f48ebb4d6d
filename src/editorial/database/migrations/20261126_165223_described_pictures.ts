import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-sqlite';
import { sql } from '@payloadcms/db-sqlite'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`images_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`images\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`images_texts_order_parent\` ON \`images_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`_images_v_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`_images_v\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`_images_v_texts_order_parent\` ON \`_images_v_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`place_created\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`digitised\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`source_type\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`model_release\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`copyright\` text;`)
  await db.run(sql`ALTER TABLE \`images\` ADD \`licensor\` text;`)
  await db.run(sql`ALTER TABLE \`images_locales\` ADD \`headline\` text;`)
  await db.run(sql`ALTER TABLE \`images_locales\` ADD \`extended_description\` text;`)
  await db.run(sql`ALTER TABLE \`images_locales\` ADD \`event\` text;`)
  await db.run(sql`ALTER TABLE \`images_locales\` ADD \`usage_terms\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_place_created\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_digitised\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_source_type\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_model_release\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_copyright\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v\` ADD \`version_licensor\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v_locales\` ADD \`version_headline\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v_locales\` ADD \`version_extended_description\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v_locales\` ADD \`version_event\` text;`)
  await db.run(sql`ALTER TABLE \`_images_v_locales\` ADD \`version_usage_terms\` text;`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`images_texts\`;`)
  await db.run(sql`DROP TABLE \`_images_v_texts\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`place_created\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`digitised\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`source_type\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`model_release\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`copyright\`;`)
  await db.run(sql`ALTER TABLE \`images\` DROP COLUMN \`licensor\`;`)
  await db.run(sql`ALTER TABLE \`images_locales\` DROP COLUMN \`headline\`;`)
  await db.run(sql`ALTER TABLE \`images_locales\` DROP COLUMN \`extended_description\`;`)
  await db.run(sql`ALTER TABLE \`images_locales\` DROP COLUMN \`event\`;`)
  await db.run(sql`ALTER TABLE \`images_locales\` DROP COLUMN \`usage_terms\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_place_created\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_digitised\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_source_type\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_model_release\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_copyright\`;`)
  await db.run(sql`ALTER TABLE \`_images_v\` DROP COLUMN \`version_licensor\`;`)
  await db.run(sql`ALTER TABLE \`_images_v_locales\` DROP COLUMN \`version_headline\`;`)
  await db.run(sql`ALTER TABLE \`_images_v_locales\` DROP COLUMN \`version_extended_description\`;`)
  await db.run(sql`ALTER TABLE \`_images_v_locales\` DROP COLUMN \`version_event\`;`)
  await db.run(sql`ALTER TABLE \`_images_v_locales\` DROP COLUMN \`version_usage_terms\`;`)
}
