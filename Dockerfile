# `npm install`, not `npm ci`: the lock was written where other platforms' optional binaries were not offered,
# and `ci` refuses such a lock. Versions are exact in package.json, and the lock is obeyed.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# No install scripts: nothing in the image needs one, and `prepare` would want the compiler.
RUN npm install --omit=dev --ignore-scripts --no-audit --no-fund

FROM packages AS build
RUN npm install --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24-bookworm-slim
# Chromium is what WhatsApp runs in; tini passes signals on and buries Chromium's orphans.
RUN apt-get update \
  && apt-get install -y --no-install-recommends ca-certificates chromium fonts-dejavu-core fonts-noto-color-emoji tini \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV NODE_ENV=production TELLAL_HTTP=0.0.0.0:8080
COPY package.json ./
COPY bin bin
COPY config/newsroom.yaml config/newsroom.schema.json config/
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
RUN ln -s /app/bin/tellal.js /usr/local/bin/tellal && mkdir var && chown node:node var
USER node
VOLUME /app/var
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/livez', { signal: AbortSignal.timeout(4000) }).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["tini", "--", "tellal"]
CMD ["start"]
