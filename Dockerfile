# docker build --build-arg SITE_URL=https://record.example -t record . && docker run -p 8080:80 record
# The content is the folder content/; another is given with --build-arg CONTENT_DIR=my-site (inside this folder).
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
ARG CONTENT_DIR=content
ARG SITE_URL=
ARG BASE_PATH=/
# The site stands in the folder of its base path, as deploy/nginx.conf expects.
RUN DIST_DIR="/srv/record/site${BASE_PATH%/}" npm run build \
 && mkdir -p /srv/record && touch /srv/record/moved.map \
 && if [ -f "/srv/record/site${BASE_PATH%/}/_redirects" ]; then sed 's/ 301$/;/' "/srv/record/site${BASE_PATH%/}/_redirects" > /srv/record/moved.map; fi \
 && sed "s#set \$base /;#set \$base ${BASE_PATH};#; s/server_name .*;/server_name _;/" deploy/nginx.conf > /srv/record/nginx.conf

FROM nginx:1.29-alpine
COPY --from=build /srv/record/site /srv/record/site
COPY --from=build /srv/record/moved.map /srv/record/moved.map
COPY --from=build /srv/record/nginx.conf /etc/nginx/conf.d/default.conf
