# One image for each process: studio, gate, delivery. docker-compose.yml picks the stage by `target`.
# Versions are pinned; replace the tag by a digest of your registry's mirror to pin the bytes as well.

FROM node:24.21.0-bookworm-slim AS dependencies
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci

FROM dependencies AS build
COPY . .
RUN npm run build && rm -rf .next/cache

FROM node:24.21.0-bookworm-slim AS production-dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Of the font for visible marks one weight is drawn with
RUN npm ci --omit=dev --ignore-scripts && npm cache clean --force \
  && find node_modules/@expo-google-fonts/noto-sans-sc -mindepth 1 -maxdepth 1 -type d ! -name 400Regular -exec rm -r {} +

# What every process has: a user without rights, folders that are theirs, and the rooms that all may import.
FROM node:24.21.0-bookworm-slim AS process
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 DATA_DIR=/data HOST=0.0.0.0
RUN install -d -o node -g node /data /data/masters /data/archive /data/keys /data/keys/sealing /data/gate /data/feed /data/delivery
COPY --from=production-dependencies /app/node_modules node_modules
COPY package.json LICENSE NOTICE ./
COPY locales locales
COPY media media
COPY src/access src/access
COPY src/config src/config
COPY src/errors src/errors
COPY src/feed src/feed
COPY src/languages src/languages
COPY src/record src/record
COPY src/cli/services/health.mjs src/cli/services/health.mjs
USER node

# Delivery holds no line of the studio's code.
FROM process AS delivery
COPY src/audit-log src/audit-log
COPY src/delivery src/delivery
COPY src/zip src/zip
CMD ["node", "src/delivery/main.ts"]

FROM process AS gate
COPY collections collections
COPY src/audit-log src/audit-log
COPY src/editorial src/editorial
COPY src/isolation src/isolation
COPY src/sealing src/sealing
COPY src/secrecy src/secrecy
COPY src/translation src/translation
COPY src/zip src/zip
COPY src/cli/services/gate-health.mjs src/cli/services/gate-health.mjs
CMD ["node", "src/editorial/gate/main.ts"]

# The studio's image also carries the command line: `docker compose run --rm studio node src/cli/benthanh.mjs …`
FROM process AS studio
COPY next.config.ts tsconfig.json ./
COPY collections collections
COPY src src
COPY --from=build --chown=node:node /app/.next .next
CMD ["node", "src/cli/services/studio.ts"]
