# Fristwacht in a container. TypeScript runs directly on Node, so there is nothing to build.
# Pin the image by its digest before you rely on it:
#   docker buildx imagetools inspect node:26-bookworm-slim    and then    FROM node:26-bookworm-slim@sha256:…
FROM node:26-bookworm-slim

WORKDIR /app
COPY package.json package-lock.json ./
# The image brings its own Node, so the one that npm would bring along stays away (--omit=optional).
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund && npm cache clean --force

COPY src ./src
COPY cards ./cards
COPY adapters ./adapters

# What is not in MongoDB lies here; with MONGODB_URI that is only what belongs to this one machine.
RUN mkdir /data && chown node:node /data
VOLUME /data
ENV FRISTWACHT_DATA=/data
USER node

CMD ["node", "adapters/cli/launch.mjs", "start"]
