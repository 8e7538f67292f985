# One image for the API, the worker, the migrations and the tools: the command says which.
FROM node:24-bookworm-slim AS base
WORKDIR /app
ENV NPM_CONFIG_AUDIT=false NPM_CONFIG_FUND=false NPM_CONFIG_UPDATE_NOTIFIER=false

# The packages that run. Optional ones are the embedded PostgreSQL of `npm start`, which has no place here.
FROM base AS dependencies
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts

# The packages that build, and the sources.
FROM base AS build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM base AS runtime
ENV NODE_ENV=production NODE_OPTIONS=--enable-source-maps HOST=0.0.0.0 PORT=3000
# All of it belongs to root and is only read: the processes write to nothing but /tmp.
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
# What the worker scores comments with.
COPY models ./models
COPY package.json LICENSE ./
USER node
EXPOSE 3000
STOPSIGNAL SIGTERM
# Without a shell or npm in between, so that signals reach Node. Its health is asked for by who runs it.
CMD ["node", "dist/apps/api/src/main.js"]
