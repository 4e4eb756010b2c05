/* The files of the dashboard, in the order of their names; a test holds this list against the folder. */
#include "dashboard_files.h"
#include <stddef.h>

/* Part of C since its edition of 2023; the compiler that comes with Swift has it in all of them. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_activity_js[] = {
#embed "Files/activity.js"
};
static const unsigned char file_add_js[] = {
#embed "Files/add.js"
};
static const unsigned char file_api_js[] = {
#embed "Files/api.js"
};
static const unsigned char file_app_js[] = {
#embed "Files/app.js"
};
static const unsigned char file_base_css[] = {
#embed "Files/base.css"
};
static const unsigned char file_card_js[] = {
#embed "Files/card.js"
};
static const unsigned char file_cards_css[] = {
#embed "Files/cards.css"
};
static const unsigned char file_configure_js[] = {
#embed "Files/configure.js"
};
static const unsigned char file_conformance_js[] = {
#embed "Files/conformance.js"
};
static const unsigned char file_difference_js[] = {
#embed "Files/difference.js"
};
static const unsigned char file_dom_js[] = {
#embed "Files/dom.js"
};
static const unsigned char file_dotenv_js[] = {
#embed "Files/dotenv.js"
};
static const unsigned char file_fields_js[] = {
#embed "Files/fields.js"
};
static const unsigned char file_gateway_js[] = {
#embed "Files/gateway.js"
};
static const unsigned char file_history_js[] = {
#embed "Files/history.js"
};
static const unsigned char file_icons_js[] = {
#embed "Files/icons.js"
};
static const unsigned char file_index_html[] = {
#embed "Files/index.html"
};
static const unsigned char file_integrations_js[] = {
#embed "Files/integrations.js"
};
static const unsigned char file_log_js[] = {
#embed "Files/log.js"
};
static const unsigned char file_login_js[] = {
#embed "Files/login.js"
};
static const unsigned char file_mark_svg[] = {
#embed "Files/mark.svg"
};
static const unsigned char file_openapi_js[] = {
#embed "Files/openapi.js"
};
static const unsigned char file_overview_js[] = {
#embed "Files/overview.js"
};
static const unsigned char file_pages_css[] = {
#embed "Files/pages.css"
};
static const unsigned char file_panel_css[] = {
#embed "Files/panel.css"
};
static const unsigned char file_panel_js[] = {
#embed "Files/panel.js"
};
static const unsigned char file_roles_js[] = {
#embed "Files/roles.js"
};
static const unsigned char file_route_js[] = {
#embed "Files/route.js"
};
static const unsigned char file_schema_js[] = {
#embed "Files/schema.js"
};
static const unsigned char file_setup_js[] = {
#embed "Files/setup.js"
};
static const unsigned char file_snippets_js[] = {
#embed "Files/snippets.js"
};
static const unsigned char file_spark_js[] = {
#embed "Files/spark.js"
};
static const unsigned char file_store_js[] = {
#embed "Files/store.js"
};
static const unsigned char file_stream_js[] = {
#embed "Files/stream.js"
};
static const unsigned char file_theme_js[] = {
#embed "Files/theme.js"
};
static const unsigned char file_time_js[] = {
#embed "Files/time.js"
};
static const unsigned char file_toast_js[] = {
#embed "Files/toast.js"
};
static const unsigned char file_tools_js[] = {
#embed "Files/tools.js"
};
static const unsigned char file_versions_js[] = {
#embed "Files/versions.js"
};
static const unsigned char file_words_js[] = {
#embed "Files/words.js"
};

static const dashboard_file files[] = {
    {"activity.js", file_activity_js, sizeof file_activity_js},
    {"add.js", file_add_js, sizeof file_add_js},
    {"api.js", file_api_js, sizeof file_api_js},
    {"app.js", file_app_js, sizeof file_app_js},
    {"base.css", file_base_css, sizeof file_base_css},
    {"card.js", file_card_js, sizeof file_card_js},
    {"cards.css", file_cards_css, sizeof file_cards_css},
    {"configure.js", file_configure_js, sizeof file_configure_js},
    {"conformance.js", file_conformance_js, sizeof file_conformance_js},
    {"difference.js", file_difference_js, sizeof file_difference_js},
    {"dom.js", file_dom_js, sizeof file_dom_js},
    {"dotenv.js", file_dotenv_js, sizeof file_dotenv_js},
    {"fields.js", file_fields_js, sizeof file_fields_js},
    {"gateway.js", file_gateway_js, sizeof file_gateway_js},
    {"history.js", file_history_js, sizeof file_history_js},
    {"icons.js", file_icons_js, sizeof file_icons_js},
    {"index.html", file_index_html, sizeof file_index_html},
    {"integrations.js", file_integrations_js, sizeof file_integrations_js},
    {"log.js", file_log_js, sizeof file_log_js},
    {"login.js", file_login_js, sizeof file_login_js},
    {"mark.svg", file_mark_svg, sizeof file_mark_svg},
    {"openapi.js", file_openapi_js, sizeof file_openapi_js},
    {"overview.js", file_overview_js, sizeof file_overview_js},
    {"pages.css", file_pages_css, sizeof file_pages_css},
    {"panel.css", file_panel_css, sizeof file_panel_css},
    {"panel.js", file_panel_js, sizeof file_panel_js},
    {"roles.js", file_roles_js, sizeof file_roles_js},
    {"route.js", file_route_js, sizeof file_route_js},
    {"schema.js", file_schema_js, sizeof file_schema_js},
    {"setup.js", file_setup_js, sizeof file_setup_js},
    {"snippets.js", file_snippets_js, sizeof file_snippets_js},
    {"spark.js", file_spark_js, sizeof file_spark_js},
    {"store.js", file_store_js, sizeof file_store_js},
    {"stream.js", file_stream_js, sizeof file_stream_js},
    {"theme.js", file_theme_js, sizeof file_theme_js},
    {"time.js", file_time_js, sizeof file_time_js},
    {"toast.js", file_toast_js, sizeof file_toast_js},
    {"tools.js", file_tools_js, sizeof file_tools_js},
    {"versions.js", file_versions_js, sizeof file_versions_js},
    {"words.js", file_words_js, sizeof file_words_js},
};

const dashboard_file *dashboard_file_at(int place) {
    if (place < 0 || (size_t)place >= sizeof files / sizeof files[0]) {
        return NULL;
    }
    return &files[place];
}
