# shellcheck shell=sh
# Sourced. need FILE...: says so and skips the test where the gold is not beside the repository.
need() {
    for file in "$@"; do
        if [ ! -e "$file" ]; then
            echo "skipped: no ../shared beside the repository ($file)"
            exit 77
        fi
    done
}
