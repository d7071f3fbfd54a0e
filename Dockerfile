# Not yet run: no container engine was at hand. Each step was run by hand as docs/operations.md tells.
# The image holds what the program reads and no more: no npm, no shell, no package manager.

FROM node:24-trixie-slim AS install
WORKDIR /app
COPY package.json package-lock.json ./
# The lock file holds the hash of every package, Node 24.21.0 itself among them.
RUN npm ci --omit=dev --ignore-scripts
COPY ops/prune.sh ops/prune.sh
RUN sh ops/prune.sh node_modules

FROM gcr.io/distroless/cc-debian13:nonroot
WORKDIR /app
COPY --from=install /app/node_modules node_modules
COPY package.json organisation.example.yaml ./
COPY rules rules
COPY dialogs dialogs
COPY src src
ENV NODE_ENV=production HOST=0.0.0.0 PATH=/app/node_modules/.bin
# 65532: nobody's. The root file system may be read-only; without REDIS_URL give a volume for DATA_DIR that 65532 owns.
USER 65532:65532
EXPOSE 3978
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+(process.env.PORT||3978)+'/healthz').then(({ok})=>process.exit(ok?0:1),()=>process.exit(1))"]
ENTRYPOINT ["node"]
CMD ["src/main.ts"]
