package io.xiaoer.operations.internal;

import io.xiaoer.operations.ShopFigures;
import io.xiaoer.tenancy.Directory;
import io.xiaoer.tenancy.Resting;
import io.xiaoer.tenancy.TenantId;
import io.xiaoer.tenancy.TenantJob;
import org.quartz.DisallowConcurrentExecution;

/** Every minute: counts each shop. */
@DisallowConcurrentExecution
class ShopFiguresJob extends TenantJob {

    private final ShopFigures figures;

    ShopFiguresJob(Directory directory, Resting resting, ShopFigures figures) {
        super(directory, resting);
        this.figures = figures;
    }

    @Override
    protected boolean visitsResting() {
        return true;
    }

    @Override
    protected void executeFor(TenantId tenant) {
        figures.count();
    }
}
