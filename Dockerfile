# The image is built where a Docker engine is: docker build -t scheduler0-mock .
FROM swift:6.3-bookworm AS build
RUN apt-get -qq update \
    && apt-get -qq install --yes --no-install-recommends libsqlite3-dev zlib1g-dev make \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN make build

FROM debian:bookworm-slim
# Zones for the schedules, certificates for webhooks over https.
RUN apt-get -qq update \
    && apt-get -qq install --yes --no-install-recommends libsqlite3-0 tzdata ca-certificates \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --create-home --home-dir /data mock
COPY --from=build /source/.build/release/scheduler0-mock /usr/local/bin/
USER mock
WORKDIR /data
EXPOSE 7070
HEALTHCHECK --interval=10s --timeout=6s --start-period=2s CMD ["scheduler0-mock", "healthcheck"]
ENTRYPOINT ["scheduler0-mock"]
CMD ["serve", "--host", "0.0.0.0"]
